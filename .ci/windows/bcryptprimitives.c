/* ProcessPrng, which Windows 10 has and Wine 8 lacks: cryptography and calamine ask it for random bytes. It lies in
   Wine's own system folder, never in the product. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size) { return SystemFunction036(bytes, (ULONG)size); }
