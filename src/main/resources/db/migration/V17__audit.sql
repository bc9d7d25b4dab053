-- Who did what, when, from where. brand_id is null for what concerns no brand.
create table audit_log (
  brand_id uuid references brands,
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null check (actor_role in ('OBSERVER', 'AGENT', 'MANAGER', 'OWNER', 'OPERATOR')),
  address text,
  action text not null,
  subject_id uuid not null,
  details jsonb not null default '{}'
);
create index audit_of_brand on audit_log (brand_id, at desc, id desc);
create index audit_of_operators on audit_log (at desc, id desc) where actor_role = 'OPERATOR';
create index audit_by_time on audit_log using brin (at) with (autosummarize = on);

-- Nothing changes an entry and nothing takes one away before its two years are over, whatever role asks: where one role owns
-- the schema and runs the service, grants alone would not hold.
create function keep_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '2 years' then
    return old;
  end if;
  raise exception 'audit_log is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_is_kept before update or delete on audit_log for each row execute function keep_audit();
create trigger audit_is_not_emptied before truncate on audit_log for each statement execute function keep_audit();

-- What the timers may delete, they delete by this: the oldest entries, after two years, a bounded number a call.
create function forget_audit(at_most integer) returns bigint language sql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select set_config('talkgate.maintenance', 'on', true);
  with forgotten as (
    delete from audit_log where id in (
      select id from audit_log where at < now() - interval '2 years' limit at_most for update skip locked)
    returning 1)
  select count(*) from forgotten
$$;
revoke all on function forget_audit(integer) from public;

select keep_brands_apart('audit_log');
grant select, insert on audit_log to talkgate_desk, talkgate_operator;
grant execute on function forget_audit(integer) to talkgate_timers;
