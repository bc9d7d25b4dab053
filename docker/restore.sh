#!/usr/bin/env bash
# Backup and restore as docs/operations.md has them, tried: dump under load, drop, restore, continue. What was answered
# before the dump is there afterwards, the link works on, and its key still opens.
set -euo pipefail
cd "$(dirname "$0")/.."
WORK=$PWD/target/restore
. docker/lib.sh
need docker/restore.sh java curl psql pg_dump pg_restore perl
alone

SERVICE=
end() {
  status=$?
  set +e
  [ -z "$SERVICE" ] || { kill "$SERVICE" 2>/dev/null || true; wait "$SERVICE" 2>/dev/null || true; }
  stop_postgres
  [ $status = 0 ] || tail -n 20 "$WORK"/*.log
  exit $status
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

start() {
  env $(service_env "$HTTP" "$MANAGEMENT" "$WORK/data") QUARKUS_SHUTDOWN_DELAY=0s \
    java -Xmx256m -jar target/quarkus-app/quarkus-run.jar >>"$WORK/service.log" 2>&1 9>&- & SERVICE=$!
  await 180 "http://127.0.0.1:$MANAGEMENT/q/health/ready"
}
stop() { kill "$SERVICE"; wait "$SERVICE" || [ $? = 143 ]; SERVICE=; }
write() { # COUNT PREFIX
  local n
  for n in $(seq "$1"); do
    [ 200 = "$(curl -s -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' "http://127.0.0.1:$HTTP$WEBHOOK" \
      -d "{\"event\":\"send\",\"user\":\"load-writer-$2\",\"textContent\":{\"text\":\"$2 $n\",\"inputType\":\"typing\"}}")" ]
  done
}
# The handbook's commands of this name, with this server's address.
handbook() { awk -v name="$1" '$0 == "```bash " name { on = 1; next } /^```/ { on = 0 } on' docs/operations.md; }
run_handbook() { PGHOST=127.0.0.1 PGPORT=$DB PGUSER=postgres PGPASSWORD=superuser DUMP=$WORK/talkgate.dump bash -eu <(handbook "$1"); }

start_postgres
rm -rf "$WORK/data" "$WORK/service.log"
HTTP=$(free_port) MANAGEMENT=$(free_port)
KEY=$(java -jar target/quarkus-app/quarkus-run.jar new-encryption-key)
start
API=http://127.0.0.1:$HTTP/api/v1
people "$API"
WEBHOOK=$(approved_link "$API")
write 20 before
before=$(kept)
run_handbook backup
write 5 after-the-dump
stop

superuser -d postgres -c 'drop database talkgate'
run_handbook restore
[ "$(kept)" = "$before" ]
start
write 10 restored
[ "$(kept)" = $((before + 10)) ]
post manager "$API/links" "{\"brandId\":\"$BRAND\",\"accountId\":\"w00002\",\"sendApiKey\":\"another-key\"}" >/dev/null
listed=$(curl -sf -u agent:talkgate "$API/consultations?status=WAITING" | grep -o '"user":"load-writer-[^"]*"' | sort | tr '\n' ' ')
stop
echo "dumped with $before messages, dropped, restored, went on: $(kept) messages; customers waiting: $listed"
[[ $listed == *before* && $listed == *restored* && $listed != *after-the-dump* ]]
