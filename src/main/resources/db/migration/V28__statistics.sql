-- What the desk did in an hour that is over: counted once. What happened is counted in the hour in which it happened, so that
-- nothing that comes later changes it.
create table statistics_hours (
  brand_id uuid not null,
  hour timestamptz not null,
  link_id uuid not null,
  agent_id uuid,
  category text,
  opened bigint not null,
  answered bigint not null,
  closed bigint not null,
  response_seconds double precision not null,
  handling_seconds double precision not null,
  waited bigint not null,
  waiting_seconds double precision not null,
  missed_outside_hours bigint not null,
  ratings bigint not null,
  rating_sum bigint not null,
  delivery_failures bigint not null
);
create index statistics_hours_by_brand on statistics_hours (brand_id, hour);

-- Up to which hour a brand's are counted; the row is the lock of whoever counts on.
create table statistics_progress (
  brand_id uuid primary key references brands,
  counted_until timestamptz not null
);

select keep_brands_apart('statistics_hours');
select keep_brands_apart('statistics_progress');
grant select on statistics_hours, statistics_progress to talkgate_desk;
grant select, insert on statistics_hours to talkgate_timers;
grant select, insert, update on statistics_progress to talkgate_timers;
