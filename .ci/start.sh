#!/bin/sh
# make run: the window; where there is no display, the main job without one.
set -eu
python=.venv/bin/python

if [ -n "${DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then exec "$python" main.py; fi

quarter="$(date +%Y)Q$((($(date +%-m) + 2) / 3))"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
mkdir -p out
echo "没有可用的显示器：改为不开窗口完成主要工作，建一个演示单位，打印 $quarter 走访计划。"
echo "No display: doing the main job without a window instead: a demo office, its visit sheets for $quarter."
"$python" main.py --data "$data" demo
"$python" main.py --data "$data" print quarter_plan --period "$quarter" --out out/
echo "以上文件在 out/ 里。The files named above are in out/."
