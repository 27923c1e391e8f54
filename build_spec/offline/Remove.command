#!/bin/sh
exec sh "$(dirname "$0")/Install.command" --remove
