-- The health of links: what was seen of each one, gathered in memory and written about once a second in one statement.

-- The latest time of each kind of event, of NAVER's answers to our calls, and of the key check. recent_sends: when the latest
-- accepted messages were given to NAVER, whose echoes must come back; the newest ten.
create table link_health (
  brand_id uuid not null,
  link_id uuid not null,
  send_at timestamptz,
  open_at timestamptz,
  leave_at timestamptz,
  friend_at timestamptz,
  echo_at timestamptz,
  other_at timestamptz,
  recent_sends timestamptz[] not null default '{}',
  result_code text,
  called_at timestamptz,
  key_claimed_at timestamptz,
  key_checked_at timestamptz,
  key_verdict text check (key_verdict in ('GOOD', 'BAD', 'UNSURE')),
  checked_key bytea,
  state text not null default 'WAITING_FIRST_EVENT' check (state in
    ('KEY_REJECTED', 'WEBHOOK_SILENT', 'AT_RISK', 'WAITING_FIRST_EVENT', 'HEALTHY')),
  reason text not null default 'NO_EVENT_YET',
  confidence text not null default 'HIGH' check (confidence in ('HIGH', 'LOW')),
  since timestamptz not null default now(),
  primary key (brand_id, link_id),
  foreign key (brand_id, link_id) references links (brand_id, id)
) with (fillfactor = 50);
comment on column link_health.checked_key is 'SHA-256 of the sealed key that was checked last: another key is checked anew.';

-- How many events came in each hour of a day (Korean time): what a link's rhythm is learned from.
create table link_days (
  brand_id uuid not null,
  link_id uuid not null,
  day date not null,
  events integer[] not null check (cardinality(events) = 24),
  primary key (brand_id, link_id, day),
  foreign key (brand_id, link_id) references links (brand_id, id)
) with (fillfactor = 70);
create index link_days_by_day on link_days (day);

-- How calls with a link's live tokens were answered, in slots of five minutes.
create table link_answers (
  brand_id uuid not null,
  link_id uuid not null,
  slot timestamptz not null,
  cause text not null,
  answers integer not null,
  slowest_ms integer not null,
  primary key (brand_id, link_id, slot, cause),
  foreign key (brand_id, link_id) references links (brand_id, id)
) with (fillfactor = 70);
create index link_answers_by_slot on link_answers (slot);

select keep_brands_apart(of_a_brand) from unnest(array['link_health', 'link_days', 'link_answers']::regclass[]) of_a_brand;
grant select, insert, update, delete on link_health, link_days, link_answers to talkgate_timers;
