"""演示: its words, wherever one is asked whether one wants it, and while one is there."""

OFFER = "9 位虚构领导一年的走访，放在单独的文件夹；不影响本单位的数据，随时回来。"
HERE = "现在是演示数据，人名均为虚构，可以随意练习；本单位的数据没有打开，不受影响。"
