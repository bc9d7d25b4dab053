-- Brands are kept apart by the database, too. Whoever runs a statement does so as one of six roles, which the application's
-- role may take on (set role) but whose rights it does not have by itself: without a role it reads and writes nothing.
--
-- talkgate_desk      what members do: rows of the brand in talkgate.brand, which is set for one transaction
-- talkgate_operator  what operators do: brands, members and links of all brands, nothing of conversations
-- talkgate_login     finds who logs in
-- talkgate_intake    keeps and applies what NAVER sends, a batch for all brands
-- talkgate_delivery  sends what is queued, for all brands
-- talkgate_timers    what is due by the clock, for all brands

do $$
declare
  application constant name := '${application-role}';
  role_name name;
begin
  foreach role_name in array array['talkgate_desk', 'talkgate_operator', 'talkgate_login', 'talkgate_intake', 'talkgate_delivery',
    'talkgate_timers']::name[]
  loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
    if not pg_has_role(application, role_name, 'MEMBER') then
      if current_setting('server_version_num')::int >= 160000 then
        execute format('grant %I to %I with inherit false, set true', role_name, application);
      else
        execute format('grant %I to %I', role_name, application);
        execute format('alter role %I noinherit', application);
      end if;
    end if;
    if pg_has_role(application, role_name, 'USAGE') and not (select rolsuper from pg_roles where rolname = application) then
      raise exception '% has the rights of % without taking it on. As an administrator: grant % to % with inherit false',
        application, role_name, role_name, application;
    end if;
  end loop;
exception
  when insufficient_privilege then
    raise exception 'The database roles of TalkGate are missing, and % may not make them (%). As an administrator: %',
      current_user, sqlerrm, format('alter role %I createrole; or the statements in the README, "Production"', current_user);
end $$;

-- One line for every table of a brand; what each role may do there is granted as usual.
create function keep_brands_apart(brands_table regclass, brand_column name default 'brand_id') returns void
language plpgsql as $$
declare
  role_name name;
begin
  execute format('alter table %s enable row level security, force row level security', brands_table);
  execute format(
    'create policy one_brand on %s to talkgate_desk using (%I = nullif(current_setting(''talkgate.brand'', true), '''')::uuid)',
    brands_table, brand_column);
  execute format(
    'create policy all_brands on %s to talkgate_operator, talkgate_login, talkgate_intake, talkgate_delivery, talkgate_timers'
    ' using (true)', brands_table);
  execute format(
    'create policy maintenance on %s to current_user using (current_setting(''talkgate.maintenance'', true) = ''on'')',
    brands_table);
end $$;
comment on function keep_brands_apart is
  'Forces row-level security: the desk has one brand, the other roles have all, the owner has all while talkgate.maintenance is on.';
revoke execute on function keep_brands_apart from public;

select keep_brands_apart('brands', 'id');
select keep_brands_apart(of_a_brand) from unnest(array['members', 'links', 'webhook_tokens', 'customers', 'consultations', 'messages',
  'notes', 'consultation_history', 'events', 'idempotency_keys', 'delivery_lanes', 'delivery_links', 'persistent_menus',
  'gap_checks']::regclass[]) of_a_brand;

do $$
begin
  if '${application-role}' <> current_user then
    revoke all on brands, members, links, webhook_tokens, customers, consultations, messages, notes, consultation_history, events,
      idempotency_keys, delivery_lanes, delivery_links, delivery_host, persistent_menus, gap_checks from "${application-role}";
  end if;
end $$;

grant usage on schema ${flyway:defaultSchema} to
  talkgate_desk, talkgate_operator, talkgate_login, talkgate_intake, talkgate_delivery, talkgate_timers;

-- Who is who.
grant select on members to talkgate_login;
grant select on brands, members to talkgate_desk;
grant insert, update on members to talkgate_desk;
grant select, insert on brands to talkgate_operator;
grant select, insert, update on members to talkgate_operator;
grant select, insert, update on idempotency_keys to talkgate_desk, talkgate_operator;
grant select (created_at), delete on idempotency_keys to talkgate_timers;

-- Links. A row is locked (for share) by whoever may update a column of it.
grant select, insert, update on links, webhook_tokens, persistent_menus to talkgate_desk;
grant select, update on links to talkgate_operator;
grant select on links, webhook_tokens to talkgate_intake;
grant update (status) on links to talkgate_intake;
grant select on links to talkgate_delivery, talkgate_timers;
grant update (send_api_key_rejected_at) on links to talkgate_delivery;

-- Conversations. A manager's replay applies an event as intake does, within the manager's brand.
grant select, insert, update on customers, consultations, messages to talkgate_desk, talkgate_intake;
grant select, insert on consultation_history to talkgate_desk, talkgate_intake;
grant select, insert on notes to talkgate_desk;
grant select, insert, update on events to talkgate_intake;
grant select, update on events to talkgate_desk;
grant select, insert, update on gap_checks to talkgate_intake, talkgate_desk;
grant select on customers, consultations to talkgate_delivery;
grant select, update on messages to talkgate_delivery;
grant select, update on customers, consultations to talkgate_timers;
grant select, insert, delete on messages to talkgate_timers;
grant insert on consultation_history to talkgate_timers;
grant select, delete on events, gap_checks to talkgate_timers;

-- Delivery.
grant select, insert, update on delivery_lanes to talkgate_desk, talkgate_timers;
grant select, update on delivery_lanes to talkgate_intake, talkgate_delivery;
grant select, insert on delivery_links to talkgate_desk, talkgate_timers;
grant select, insert, update on delivery_links to talkgate_delivery;
grant select, update on delivery_host to talkgate_delivery;
