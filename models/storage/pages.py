"""SQLCipher's file, page by page: what a backup of an encrypted database packs without a plain file between.

Format of SQLCipher 4: pages of 4096 bytes, of which the last 80 are the page's IV (16) and HMAC-SHA512 (64);
the first 16 bytes of the file are the salt, in the place of SQLite's own mark. AES-256-CBC under the raw key.
"""

import hmac
import struct
from collections.abc import Iterator
from hashlib import pbkdf2_hmac, sha512
from typing import BinaryIO

from models.rules.problem import Problem
from models.storage.cipher import MAGIC, page_key

PAGE = 4096
_IV, _MAC = 16, sha512().digest_size
_SALT = 16
_MASK = 0x3A
_PAGES_AT_ONCE = 256


def decrypted(file: BinaryIO, data_key: bytes) -> Iterator[bytes]:
    """The plain database: each page is vouched for. Raises Problem at one that is not what was written."""
    key, number = page_key(data_key), 0
    salt = file.read(_SALT)
    file.seek(0)
    mac_key = pbkdf2_hmac("sha512", key, bytes(byte ^ _MASK for byte in salt), 2, len(key))
    while pages := file.read(PAGE * _PAGES_AT_ONCE):
        plain = []
        for at in range(0, len(pages), PAGE):
            number += 1
            plain.append(_plain_page(pages[at : at + PAGE], number, key, mac_key))
        yield b"".join(plain)


def _plain_page(page: bytes, number: int, key: bytes, mac_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES256
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    start = _SALT if number == 1 else 0
    end = PAGE - _IV - _MAC
    vouched, mac = page[start : end + _IV], page[end + _IV :]
    if not hmac.compare_digest(hmac.digest(mac_key, vouched + struct.pack("<I", number), "sha512"), mac):
        raise Problem("数据库检查没有通过，没有生成备份。请保留原有备份并联系维护人员。")
    decryptor = Cipher(AES256(key), CBC(page[end : end + _IV])).decryptor()
    plain = decryptor.update(page[start:end]) + decryptor.finalize()
    return (MAGIC if start else b"") + plain + page[end:]
