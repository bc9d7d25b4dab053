-- Delivery in order: what is being done about one customer's messages. The message row stays the job; the lane says which of
-- them is in work, by whom (epoch) and until when (due_at).

-- The clock of delivery: the database's, so that all replicas have the same one. A function, so that tests can move it.
create function delivery_now() returns timestamptz language sql volatile as 'select clock_timestamp()';

-- IDLE: nothing to do. READY: the head may be tried from due_at on. SENDING: a replica is calling NAVER, its lease ends at
-- due_at. HOLDING: nobody can tell whether the head arrived; its echo is waited for until due_at.
create table delivery_lanes (
  brand_id uuid not null,
  customer_id uuid not null,
  link_id uuid not null,
  state text not null check (state in ('IDLE', 'READY', 'SENDING', 'HOLDING')),
  due_at timestamptz,
  epoch bigint not null default 0,
  queued_count bigint not null default 0,
  waiting_since timestamptz not null,
  message_id uuid,
  tries_since timestamptz,
  trouble text,
  trouble_since timestamptz,
  trouble_times integer not null default 0,
  open_before double precision not null default 0,
  uncertain_since timestamptz,
  resent boolean not null default false,
  primary key (brand_id, customer_id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  check ((state = 'IDLE') = (due_at is null))
) with (fillfactor = 70);
comment on column delivery_lanes.epoch is
  'Ends with every settlement: a replica that was frozen finds its epoch over and its late answer refused.';
comment on column delivery_lanes.queued_count is
  'Grows whenever a message is queued, so that a statement which finds none left can tell that it missed one.';
comment on column delivery_lanes.waiting_since is 'When it joined the lanes that wait, or was served last: the longest waiting goes first.';
comment on column delivery_lanes.message_id is 'The message in work; the columns after it are about that one.';
comment on column delivery_lanes.open_before is 'Seconds for which the breakers had been open in all when the trouble began.';
create index delivery_lanes_ready on delivery_lanes (link_id, waiting_since) where state = 'READY';
create index delivery_lanes_due on delivery_lanes (due_at) where state <> 'IDLE';

-- Pace and breaker of a link's calls. Pace: paced_until is GCRA's theoretical arrival time.
create table delivery_links (
  brand_id uuid not null,
  link_id uuid not null,
  paced_until timestamptz not null default 'epoch',
  failures integer not null default 0,
  open_until timestamptz,
  opened_at timestamptz,
  open_seconds double precision not null default 0,
  primary key (brand_id, link_id),
  foreign key (brand_id, link_id) references links (brand_id, id)
) with (fillfactor = 50);

-- The same for NAVER as a whole: one row.
create table delivery_host (
  one boolean primary key default true check (one),
  paced_until timestamptz not null default 'epoch',
  failures integer not null default 0,
  open_until timestamptz,
  opened_at timestamptz,
  open_seconds double precision not null default 0
) with (fillfactor = 10);
insert into delivery_host default values;

-- Why a message went no further: a stable code in delivery_reason, NAVER's own words beside it.
alter table messages add column delivery_words text;
update messages set delivery_words = delivery_reason, delivery_reason = 'UNEXPLAINED' where delivery_reason is not null;
create index messages_queued on messages (brand_id, customer_id, created_at, id) where delivery_status = 'QUEUED';

alter table links add column send_api_key_rejected_at timestamptz;
comment on column links.send_api_key_rejected_at is 'Since when NAVER refuses the present key: nothing is sent until there is a new one.';

insert into delivery_links (brand_id, link_id) select brand_id, id from links;
insert into delivery_lanes (brand_id, customer_id, link_id, state, due_at, waiting_since, message_id, uncertain_since)
select m.brand_id, m.customer_id, c.link_id, case when sending.id is null then 'READY' else 'SENDING' end, now(), now(),
  sending.id, sending.delivery_at
from (select distinct brand_id, customer_id from messages where delivery_status in ('QUEUED', 'SENDING')) m
join customers c on c.brand_id = m.brand_id and c.id = m.customer_id
left join lateral (
  select id, delivery_at from messages s
  where s.brand_id = m.brand_id and s.customer_id = m.customer_id and s.delivery_status = 'SENDING'
  order by created_at limit 1) sending on true;

grant select, insert, update, delete on delivery_lanes, delivery_links to "${application-role}";
grant select, update on delivery_host to "${application-role}";
