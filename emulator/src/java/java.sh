#!/bin/sh
# Stands in for Java under firebase-tools, for the one command that starts the suite: serves our two programs in the
# place of Google's, and hands everything else to the next java on the path.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

jar=''
version=no
previous=''
for argument; do
  if [ "$previous" = '-jar' ]; then
    jar=$argument
    break
  fi
  [ "$argument" = '-version' ] && version=yes
  previous=$argument
done

program=''
if [ -n "$jar" ]; then
  [ "$jar" -ef "$here/firestore.jar" ] && program=$here/../firestore.mjs
  [ "$jar" -ef "$here/storage-rules.jar" ] && program=$here/../storage-rules.mjs
fi

if [ -n "$program" ]; then
  while [ "$1" != "$jar" ]; do shift; done
  shift
  node=${npm_node_execpath:-node}
  [ -x "$node" ] || node=node
  # In the place of this shell, so that a signal to it reaches the program.
  exec "$node" "$program" "$@"
fi

if [ -z "$jar" ] && [ "$version" = yes ]; then
  echo 'openjdk version "21.0.0"' >&2
  echo 'Sameboat: stands in for Java' >&2
  exit 0
fi

IFS=:
for directory in $PATH; do
  if [ -x "$directory/java" ] && ! [ "$directory/java" -ef "$here/java" ]; then
    exec "$directory/java" "$@"
  fi
done
echo 'There is no other java on the path.' >&2
exit 127
