-- For how long brands keep what customers wrote; 365 and 7 days where there is no row.
create table brand_retention (
  brand_id uuid primary key references brands,
  closed_consultation_days integer not null check (closed_consultation_days between 1 and 3650),
  raw_event_days integer not null check (raw_event_days between 1 and 30)
);

-- The oldest closed ones are found by it; a row joins it once, when it is closed.
create index consultations_closed on consultations (closed_at) where status = 'CLOSED';

select keep_brands_apart('brand_retention');
grant select, insert, update on brand_retention to talkgate_desk;
grant select on brand_retention to talkgate_timers;

-- Takes away the rows of all tables that refer to these consultations or customers by (brand_id, …_id), those of later
-- migrations included: the timers need no right to delete anywhere but in the three tables below.
create function forget_referring(referred regclass, brands uuid[], ids uuid[]) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  referring record;
begin
  if referred not in ('consultations'::regclass, 'customers'::regclass) then
    raise exception '% is not forgotten', referred using errcode = 'insufficient_privilege';
  end if;
  perform set_config('talkgate.maintenance', 'on', true);
  for referring in
    select c.conrelid::regclass as name, a.attname as id_column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = referred and cardinality(c.conkey) = 2
  loop
    execute format('delete from %s where (brand_id, %I) in (select * from unnest($1, $2))', referring.name, referring.id_column)
      using brands, ids;
  end loop;
end $$;
revoke all on function forget_referring(regclass, uuid[], uuid[]) from public;
grant execute on function forget_referring(regclass, uuid[], uuid[]) to talkgate_timers;
grant select, delete on consultations, customers, messages to talkgate_timers;
