"""Characters beyond the first 65,536, as in rare names (𠅤), stay whole while one types.

Tk 8.6 counts such a character as two. Its one-line fields let the cursor stand between the two and delete one
of them, and then read memory that is not theirs: the text is spoilt, and the program may die. Here the cursor
and deletions keep to whole characters. Tk's text of several lines does so by itself.
"""

import tkinter

_WHOLE = """
namespace eval ::ttk::entry {
    proc Whole {text at step} {
        if {$at ne "end" && [scan [string index $text $at] %c code] == 1 && $code >> 10 == 0x37} {
            return [expr {$at + $step}]
        }
        return $at
    }
    foreach name {RelIndex ClosestGap WordBack WordForward} { rename $name Any$name }
    proc RelIndex {w where {index insert}} {
        Whole [$w get] [AnyRelIndex $w $where $index] [expr {[string match prev* $where] ? -1 : 1}]
    }
    proc ClosestGap {w x} { Whole [$w get] [AnyClosestGap $w $x] 1 }
    proc WordBack {text index} { Whole $text [AnyWordBack $text $index] -1 }
    proc WordForward {text index} { Whole $text [AnyWordForward $text $index] 1 }
    proc Backspace {w} {
        if {![PendingDelete $w] && [$w index insert] > 0} { $w delete [RelIndex $w prevchar] insert }
        See $w
    }
    proc Delete {w} {
        if {![PendingDelete $w]} { $w delete insert [RelIndex $w nextchar] }
    }
}
"""


def keep_whole(root: tkinter.Misc) -> None:
    """Teach it to every one-line field of this Tk."""
    root.tk.eval(_WHOLE)
