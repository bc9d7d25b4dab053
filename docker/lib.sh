# What the scripts here have in common; sourced. WORK is where they may write.

POSTGRES=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)

# Ends with 3 and says what is missing, where one of these is.
need() { # SCRIPT TOOL…
  local script=$1 missing=() tool; shift
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ -x "$POSTGRES/initdb" ] || missing+=(postgresql)
  [ "$(id -u)" = 0 ] || missing+=("root")
  [ ${#missing[@]} = 0 ] || { echo "$script: not tried, missing: ${missing[*]}"; exit 3; }
  [ -f target/quarkus-app/quarkus-run.jar ] || { echo "$script: ./mvnw package comes first"; exit 2; }
}

alone() { mkdir -p "$WORK"; exec 9>"$WORK/lock"; flock -n 9 || { echo "already running in $WORK"; exit 2; }; }

free_port() { perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 1)->sockport'; }
millis() { echo $(($(date +%s%N) / 1000000)); }
await() { # SECONDS URL
  local last=$(($(date +%s) + $1))
  until curl -sf -m 2 -o /dev/null "$2"; do [ "$(date +%s)" -lt $last ] || { echo "$2 does not answer"; return 1; }; sleep 0.05; done
}

# The README's blocks of a kind, one behind the other.
code() { awk -v kind="$1" '$0 == "```" kind { on = 1; next } /^```/ { on = 0 } on' README.md; }

as_postgres() { setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/tmp "$@"; }

# Starts a server on $DB that writes as safely as one in production, with the README's roles and database.
start_postgres() {
  DB=$(free_port)
  rm -rf "$WORK/postgres"; install -d -o 65534 -g 65534 -m 700 "$WORK/postgres"
  echo superuser >"$WORK/password"; chmod 644 "$WORK/password"
  as_postgres "$POSTGRES/initdb" -D "$WORK/postgres" -U postgres --auth-local=trust --auth-host=scram-sha-256 \
    --pwfile="$WORK/password" -E UTF8 --locale=C.UTF-8 >"$WORK/postgres.log"
  as_postgres "$POSTGRES/pg_ctl" -D "$WORK/postgres" -w -l "$WORK/postgres/log" \
    -o "-p $DB -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null 9>&-
  # What stands in the README before the first operator; the block for an administrator is not needed.
  code sql | awk '/^create role talkgate_desk/ { exit } /pgcrypto/ { exit } 1' | sed "s/'…'/'secret'/" | superuser -d postgres
}
stop_postgres() {
  [ ! -f "$WORK/postgres/postmaster.pid" ] || as_postgres "$POSTGRES/pg_ctl" -D "$WORK/postgres" -m immediate stop >/dev/null || true
}
superuser() { PGPASSWORD=superuser psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$DB" -U postgres "$@"; }
owner() { PGPASSWORD=secret psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$DB" -U talkgate_owner -d talkgate "$@"; }

# What a service needs to run in production on that server: HTTP port, management port, data directory.
service_env() {
  cat <<END
QUARKUS_HTTP_PORT=$1
QUARKUS_MANAGEMENT_PORT=$2
TALKGATE_DATA_DIR=$3
QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://127.0.0.1:$DB/talkgate
QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$DB/talkgate
QUARKUS_DATASOURCE_USERNAME=talkgate_app
QUARKUS_DATASOURCE_PASSWORD=secret
TALKGATE_MIGRATION_USERNAME=talkgate_owner
TALKGATE_MIGRATION_PASSWORD=secret
TALKGATE_PUBLIC_URL=http://127.0.0.1:$1
TALKGATE_SEND_API_URL=${SEND_API_URL:-http://127.0.0.1:9}
TALKGATE_ENCRYPTION_KEY=$KEY
END
}

# The first operator by the README's SQL, then a brand and its people by the API, all with the demo's password.
people() { # API
  local brand role
  owner < <(code sql | awk '/pgcrypto/ || /insert into members/ { on = 1 } on' | sed "s/a long password/talkgate/")
  brand=$(post operator "$1/brands" '{"name":"Shop"}' | pick id)
  for role in owner manager agent; do
    post operator "$1/members" "{\"brandId\":\"$brand\",\"username\":\"$role\",\"name\":\"$role\",\"role\":\"$role\",\"password\":\"talkgate\"}" >/dev/null
  done
  BRAND=$brand
}
post() { curl -sf -u "$1:talkgate" -H 'Content-Type: application/json' -d "${3:-}" "$2"; }
pick() { grep -o "\"$1\":\"[^\"]*\"" | head -1 | cut -d'"' -f4; }

# Prints the webhook's path of an approved link: API, and the account where it matters.
approved_link() {
  local link webhook
  link=$(post manager "$1/links" "{\"brandId\":\"$BRAND\",\"accountId\":\"${2:-wc8b1i}\",\"sendApiKey\":\"key-of-wc8b1i\"}" | pick id)
  webhook=$(post manager "$1/links/$link/approval-request" | pick webhookUrl)
  post operator "$1/links/$link/approve" >/dev/null
  echo "/${webhook#*://*/}"
}
# How many messages of the load's customers are in the database.
kept() {
  superuser -d talkgate -At -c "select count(*) from messages m join customers c on c.brand_id = m.brand_id and c.id = m.customer_id where c.talktalk_user like 'load-writer-%'"
}
