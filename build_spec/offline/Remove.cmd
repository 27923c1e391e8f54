@"%~dp0Install.cmd" --remove
