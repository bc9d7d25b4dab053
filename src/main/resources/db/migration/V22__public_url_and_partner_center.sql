-- How the webhook is reached by its public URL, as the canary sees it; and the token it calls with, which opens nothing: the
-- answer is 200 and nothing is kept. Whoever knew it could learn no more than that the service runs.
create table public_url_checks (
  one boolean primary key default true check (one),
  token text not null,
  claimed_at timestamptz,
  ok_at timestamptz,
  failures integer not null default 0,
  cause text,
  certificate_ends_at timestamptz
) with (fillfactor = 50);
-- 32 random bytes in base64url, as every webhook token.
insert into public_url_checks (token)
select rtrim(translate(encode(sha256(
  uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64'), '+/', '-_'), '=');

-- When an agent said that a consultation which was closed here is completed at Partner Center too.
alter table consultations
  add column partner_center_done_at timestamptz,
  add column partner_center_done_by uuid references members;
create index consultations_partner_center_todo on consultations (brand_id, link_id, closed_at)
  where status = 'CLOSED' and (partner_center_done_at is null or partner_center_done_at < closed_at);

grant select, update on public_url_checks to talkgate_timers;
grant update (status, decided_at, rejected_reason, send_api_key_rejected_at) on links to talkgate_timers;

-- For the stream (table changes): that a link came into another state. Read when it runs, so that the table may come later.
create function note_link_health() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform set_config('talkgate.maintenance', 'on', true);
  insert into changes (brand_id, kind, ids)
  select n.brand_id, 'link.health', array_agg(n.link_id order by n.link_id)
  from is_now n
  join was w on w.brand_id = n.brand_id and w.link_id = n.link_id
  where n.state <> w.state
  group by n.brand_id;
  return null;
end $$;
create trigger link_health_updated after update on link_health referencing old table as was new table as is_now
  for each statement execute function note_link_health();
