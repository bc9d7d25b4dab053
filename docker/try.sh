#!/usr/bin/env bash
# Builds the image from target/quarkus-app and tries it like in production, without a Docker daemon: read-only, as a
# user without rights, 512 MB of memory, PostgreSQL beside it. Walks the README's tour against it, with the simulator of
# a demo as NAVER, sends SIGTERM under load and lets only 200s pass. Prints size, start and memory. As root, on Debian.
#   docker/try.sh            tools missing, or no container can be run here: says so and ends with 3
# Everything it makes is below target/try, and whatever it starts it ends.
set -euo pipefail
cd "$(dirname "$0")/.."

WORK=$PWD/target/try
. docker/lib.sh
need docker/try.sh buildah podman runc mmdebstrap curl psql jlink java perl
alone

STORAGE=(--root "$WORK/storage" --runroot "$WORK/run")
LIMITS=(--runtime runc --ulimit nofile=4096:4096 --ulimit nproc=4096:4096)
# The image's JDK: 25 where it is here, as in Dockerfile.jvm; else the one of java.
JDK=${IMAGE_JDK:-$(ls -d /usr/lib/jvm/*-25-*/bin/jlink 2>/dev/null | head -1)}
JDK=$(dirname "$(dirname "$(readlink -f "${JDK:-$(command -v java)}")")")
BUILDER=localhost/${JDK##*/}
NAME=talkgate-try-$$
DEMO= LOAD=

end() {
  status=$?
  set +e
  [ $status = 0 ] || [ $status = 3 ] || { echo "--- failed; the last podman and the service said:"; tail -3 "$WORK/podman.log"; podman "${STORAGE[@]}" logs "$NAME" 2>/dev/null | grep -v SRHCK | tail -20; }
  for process in $LOAD $DEMO; do kill "$process" 2>/dev/null || true; done
  podman "${STORAGE[@]}" rm -f -t 1 "$NAME" >/dev/null 2>&1 || true
  stop_postgres
  [ -z "$DEMO" ] || wait "$DEMO" 2>/dev/null
  [ ! -f "$WORK/demo/postgres/postmaster.pid" ] || kill -INT "$(head -1 "$WORK/demo/postgres/postmaster.pid")"
  exit $status
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

not_tried() { echo "docker/try.sh: not tried, $1"; exit 3; }

echo "== Image"
: >"$WORK/podman.log"
image_of() { buildah "${STORAGE[@]}" commit -q "$1" "$2" >/dev/null; buildah "${STORAGE[@]}" rm "$1" >/dev/null; }
debian() { # TAR PACKAGES
  mmdebstrap --quiet --variant=extract --include="$2" "$(. /etc/os-release; echo "$VERSION_CODENAME")" "$1" http://deb.debian.org/debian ||
    not_tried "Debian's packages cannot be fetched"
}
if ! buildah "${STORAGE[@]}" inspect "$BUILDER" >/dev/null 2>&1; then
  debian "$WORK/base.tar" base-files,libc6,zlib1g,libgcc-s1,libstdc++6
  base=$(buildah "${STORAGE[@]}" from scratch) || not_tried "buildah does not work here"
  buildah "${STORAGE[@]}" add -q "$base" "$WORK/base.tar" / >/dev/null
  image_of "$base" localhost/base
  # What images of a JDK have, and PostgreSQL needs where the archive is made: a shell, a locale, users with names.
  debian "$WORK/builder.tar" base-files,libc6,libc-bin,zlib1g,libgcc-s1,libstdc++6,dash
  rm -rf "$WORK/jdk"; mkdir "$WORK/jdk"
  cp -rL "$JDK"/{bin,lib,jmods,conf,include,man,legal,release} "$WORK/jdk/" 2>/dev/null || true # Debian's has links that lead nowhere
  jdk=$(buildah "${STORAGE[@]}" from scratch)
  buildah "${STORAGE[@]}" add -q "$jdk" "$WORK/builder.tar" / >/dev/null
  buildah "${STORAGE[@]}" copy -q "$jdk" /usr/share/base-passwd/passwd.master /etc/passwd >/dev/null
  buildah "${STORAGE[@]}" copy -q "$jdk" "$WORK/jdk" /jdk >/dev/null
  buildah "${STORAGE[@]}" config --env PATH=/jdk/bin:/usr/bin:/bin "$jdk"
  image_of "$jdk" "$BUILDER"
  rm -rf "$WORK/jdk" "$WORK"/{base,builder}.tar
fi
podman "${STORAGE[@]}" run "${LIMITS[@]}" --rm --network host --memory 512m "$BUILDER" /jdk/bin/java -version >"$WORK/podman.log" 2>&1 ||
  { tail -3 "$WORK/podman.log"; not_tried "no container can be run here"; }
buildah "${STORAGE[@]}" bud -q --layers --isolation chroot --build-arg BASE=localhost/base --build-arg JDK="$BUILDER" \
  --build-arg REVISION="$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" \
  -f docker/Dockerfile.jvm -t localhost/talkgate . >"$WORK/build.log" 2>&1 || { tail -20 "$WORK/build.log"; exit 1; }
rm -f "$WORK/image.tar"
buildah "${STORAGE[@]}" push -q localhost/talkgate "oci-archive:$WORK/image.tar"
SIZE=$(($(stat -c %s "$WORK/image.tar") / 1000000))
rm -f "$WORK/image.tar"

echo "== PostgreSQL, and a demo whose simulator is NAVER"
HTTP=$(free_port) MANAGEMENT=$(free_port) SIMULATOR=$(free_port) SIMULATOR_MANAGEMENT=$(free_port)
rm -rf "$WORK/demo" "$WORK/data" "$WORK/started"
install -d -o 10001 -g 10001 -m 700 "$WORK/data"
start_postgres
QUARKUS_HTTP_PORT=$SIMULATOR QUARKUS_MANAGEMENT_PORT=$SIMULATOR_MANAGEMENT TALKGATE_DATA_DIR=$WORK/demo \
  java -Xmx192m -Dquarkus.profile=demo -jar target/quarkus-app/quarkus-run.jar >"$WORK/demo.log" 2>&1 9>&- & DEMO=$!
await 300 "http://127.0.0.1:$SIMULATOR_MANAGEMENT/q/health/ready"

echo "== Start"
KEY=$(podman "${STORAGE[@]}" run "${LIMITS[@]}" --rm --network host --read-only --read-only-tmpfs=false localhost/talkgate new-encryption-key 2>>"$WORK/podman.log")
SEND_API_URL=http://127.0.0.1:$SIMULATOR/simulator/naver
service_env "$HTTP" "$MANAGEMENT" /data >"$WORK/env"
start() {
  podman "${STORAGE[@]}" create "${LIMITS[@]}" --name "$NAME" --network host --memory 512m --read-only --read-only-tmpfs=false \
    --cap-drop all --security-opt no-new-privileges --env-file "$WORK/env" -v "$WORK/data:/data" localhost/talkgate >/dev/null 2>>"$WORK/podman.log"
  local begin; begin=$(millis)
  podman "${STORAGE[@]}" start "$NAME" >/dev/null 2>>"$WORK/podman.log"
  await 120 "http://127.0.0.1:$MANAGEMENT/q/health/ready"
  READY=$(($(millis) - begin))
  PID=$(podman "${STORAGE[@]}" inspect -f '{{.State.Pid}}' "$NAME")
  CONTAINER=$(($(born) - begin))
  SERVICE=$(($(date -d "$(logged 'started in')" +%s%3N) - begin - CONTAINER))
}
# When the service's process began, in milliseconds; when it logged something.
born() { echo $(($(millis) - $(awk '{ print int($1 * 1000) }' /proc/uptime) + $(sed 's/.*) //' "/proc/$PID/stat" | awk '{ print $20 * 10 }'))); }
logged() { podman "${STORAGE[@]}" logs "$NAME" 2>&1 | grep -F "$1" | grep -o '"timestamp":"[^"]*"' | cut -d'"' -f4; }
rss() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$PID/status"; }
start # with all the migrations
FIRST=$READY
people "http://127.0.0.1:$HTTP/api/v1"
approved_link "http://127.0.0.1:$HTTP/api/v1" rehearsed >/dev/null # without one, a start has nothing to rehearse
podman "${STORAGE[@]}" stop -t 60 "$NAME" >/dev/null; podman "${STORAGE[@]}" rm "$NAME" >/dev/null
start # as at every upgrade
sleep 5
IDLE=$(rss)
[ "$(awk '/^Uid/ { print $2 }' "/proc/$PID/status")" = 10001 ]
awk '$2 == "/" { exit $4 !~ /^ro(,|$)/ }' "/proc/$PID/mounts" || { echo "the root file system can be written"; exit 1; }

echo "== The README's tour"
code bash | sed "s#^sleep 2\$#sleep 6#; s#localhost:8080/simulator#127.0.0.1:$SIMULATOR/simulator#; s#localhost:8080#127.0.0.1:$HTTP#" >"$WORK/tour.sh"
echo 'printf "\nWEBHOOK %s\n" "$WEBHOOK"' >>"$WORK/tour.sh" # the answer before it has no end of line
bash -eu "$WORK/tour.sh" >"$WORK/tour.log" 2>&1 || { cat "$WORK/tour.log"; exit 1; }
for expected in '"status":"DRAFT"' '"status":"APPROVED"' '{"delivered":true,"status":200,' 'HTTP/1.1 200 OK' '"status":"WAITING"' \
  '"delivery":{"status":"QUEUED","attempts":0}' '"delivery":{"status":"CONFIRMED","attempts":1}' \
  '"delivery":{"status":"SENT","attempts":1,"resultCode":"00"}' '"status":"CLOSED"' '"code":"CONSULTATION_STATE"'; do
  grep -qF "$expected" "$WORK/tour.log" || { echo "$expected is not in"; cat "$WORK/tour.log"; exit 1; }
done
for absent in simulator simulator/api/accounts simulator/naver/chatbot/v1/event; do
  [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$HTTP/$absent")" = 404 ] || { echo "/$absent is there"; exit 1; }
done

podman "${STORAGE[@]}" logs "$NAME" >"$WORK/service.log" 2>&1
WEBHOOK=$(sed -n 's/^WEBHOOK //p' "$WORK/tour.log")
[ -n "$WEBHOOK" ]
for word in "Is the blue one" "Size M" "put one aside" demo-send-api-key "${WEBHOOK##*/}"; do
  ! grep -qF "$word" "$WORK/service.log" || { echo "the log holds: $word"; exit 1; }
done

echo "== SIGTERM under load"
java -Xmx128m docker/Load.java "$WEBHOOK" "http://127.0.0.1:$MANAGEMENT/q/health/ready" "$WORK/started" >"$WORK/load.log" 2>&1 9>&- & LOAD=$!
until [ -f "$WORK/started" ]; do kill -0 $LOAD; sleep 0.1; done
sleep 5
BUSY=$(rss)
podman "${STORAGE[@]}" kill --signal TERM "$NAME" >/dev/null
wait $LOAD || { cat "$WORK/load.log"; exit 1; }
LOAD=
CODE=$(podman "${STORAGE[@]}" wait "$NAME")
CALLS=$(sed -n 's/.*200=\([0-9]*\).*/\1/p' "$WORK/load.log")
KEPT=$(kept)

cat <<END

image, compressed        $SIZE MB (wanted: below 150)
start to ready           $READY ms (below 3000), with the database up to date; the first with its migrations $FIRST ms
  of these               container $CONTAINER, virtual machine and service $SERVICE, rehearsal $((READY - CONTAINER - SERVICE))
RSS idle, under load     $IDLE, $BUSY MiB (below 300, 400; the container has 512)
SIGTERM under load       $CALLS calls, all answered 200; messages kept: $KEPT; exit code $CODE
END
[ "$CODE" = 143 ] && [ "$KEPT" = "$CALLS" ]
[ "${TRY_FIGURES:-}" != strict ] || { [ "$SIZE" -lt 150 ] && [ "$READY" -lt 3000 ] && [ "$IDLE" -lt 300 ] && [ "$BUSY" -lt 400 ]; }
