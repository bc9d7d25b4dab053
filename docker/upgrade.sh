#!/usr/bin/env bash
# The newest step of the schema, tried: the version before it and this one work on one database under load, and no call
# of either is answered with anything but 200 (CONTRIBUTING: expand, then contract).
#   docker/upgrade.sh [OLD]     OLD: a quarkus-app directory of the version before; made from git where it is not given
#                               tools or history missing: says so and ends with 3
set -euo pipefail
cd "$(dirname "$0")/.."
WORK=$PWD/target/upgrade
. docker/lib.sh
need docker/upgrade.sh git java curl psql perl
alone

running=()
end() {
  status=$?
  set +e
  for process in "${running[@]}"; do kill "$process" 2>/dev/null || true; done
  for process in "${running[@]}"; do wait "$process" 2>/dev/null || true; done
  stop_postgres
  [ ! -d "$WORK/source" ] || git worktree remove --force "$WORK/source"
  [ $status = 0 ] || tail -n 20 "$WORK"/*.log
  exit $status
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The newest commit whose schema is an older one of the same line: of what it knows nothing was changed since, and V13, which
# the version before does not survive (README), is behind it. Where there is none, the oldest with the same schema.
MIGRATIONS=src/main/resources/db/migration
version_before() {
  local commit same='' steps
  for commit in $(git rev-list --first-parent HEAD~1 2>/dev/null); do
    steps=$(git ls-tree "$commit" $MIGRATIONS/)
    if [ "$steps" = "$(git ls-tree HEAD $MIGRATIONS/)" ]; then
      same=$commit
    elif [[ $steps == */V13__* ]] && [ -z "$(comm -23 <(sort <<<"$steps") <(git ls-tree HEAD $MIGRATIONS/ | sort))" ]; then
      echo "$commit"
      return
    else
      break
    fi
  done
  echo "$same"
}

OLD=${1:-}
if [ -z "$OLD" ]; then
  commit=$(version_before)
  [ -n "$commit" ] || { echo "docker/upgrade.sh: not tried, git knows no version before this one"; exit 3; }
  echo "== The version before: $(git show --format='%h %s' --no-patch "$commit")"
  rm -rf "$WORK/old" "$WORK/source"; git worktree prune
  git worktree add -q --detach "$WORK/source" "$commit"
  (cd "$WORK/source" && ./mvnw -q -B -ntp -Pquick -DskipTests package) >"$WORK/build.log" 2>&1
  mv "$WORK/source/target/quarkus-app" "$WORK/old"
  OLD=$WORK/old
fi

start() { # NAME APP: starts it, and sets HTTP and MANAGEMENT
  HTTP=$(free_port) MANAGEMENT=$(free_port)
  rm -rf "$WORK/data-$1"
  env $(service_env "$HTTP" "$MANAGEMENT" "$WORK/data-$1") \
    java -Xmx256m -jar "$2/quarkus-run.jar" >"$WORK/$1.log" 2>&1 9>&- &
  running+=($!)
  await 180 "http://127.0.0.1:$MANAGEMENT/q/health/ready"
}
load() { # NAME
  rm -f "$WORK/on-$1"
  java -Xmx96m docker/Load.java "http://127.0.0.1:$HTTP$WEBHOOK" "http://127.0.0.1:$MANAGEMENT/q/health/ready" "$WORK/on-$1" \
    >"$WORK/load-$1.log" 2>&1 9>&- &
  LOADING=$!; running+=($LOADING)
  until [ -f "$WORK/on-$1" ]; do kill -0 $LOADING; sleep 0.2; done
}
calls() { sed -n 's/.*200=\([0-9]*\).*/\1/p' "$WORK/load-$1.log"; }

start_postgres
KEY=$(java -jar target/quarkus-app/quarkus-run.jar new-encryption-key)
start old "$OLD"; old=${running[-1]}
echo "== Old: schema $(superuser -d talkgate -At -c 'select max(version::int) from flyway_schema_history')"
people "http://127.0.0.1:$HTTP/api/v1"
WEBHOOK=$(approved_link "http://127.0.0.1:$HTTP/api/v1")
load old; old_load=$LOADING
start new target/quarkus-app; new=${running[-1]}
echo "== Old and new: schema $(superuser -d talkgate -At -c 'select max(version::int) from flyway_schema_history')"
load new; new_load=$LOADING
sleep 10
kill -TERM "$old"; wait $old_load || { cat "$WORK/load-old.log"; exit 1; }
wait "$old" || true
kill -TERM "$new"; wait $new_load || { cat "$WORK/load-new.log"; exit 1; }
wait "$new" || true
running=()

errors=$(cat "$WORK/old.log" "$WORK/new.log" | grep -cE '"level":"ERROR"| ERROR ' || true)
all=$(($(calls old) + $(calls new)))
echo "answered 200: $(calls old) by the old one, $(calls new) by the new one; nothing else. Messages kept: $(kept); ERROR lines: $errors"
[ "$(kept)" = "$all" ] && [ "$errors" = 0 ]
