-- What changed, for /api/v1/stream: written in the transactions that make the changes, by the statements themselves, so that no
-- writer can forget it. One row for each brand that a statement touched, however many rows it wrote; one index; kept for an hour.
create table changes (
  brand_id uuid not null,
  id bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  kind text not null,
  ids uuid[] not null,
  consultation_ids uuid[],
  customer_ids uuid[]
);
comment on column changes.xid is
  'Ids commit out of order; whether a reader has seen a row is a matter of its transaction and the reader''s last snapshot.';
comment on column changes.consultation_ids is 'Of ids, one for one.';
create index changes_by_transaction on changes (xid);

-- The youngest transaction of which changes were forgotten: who resumes from before it has to read everything anew.
create table changes_forgotten (
  one boolean primary key default true check (one),
  xid xid8 not null default '0'
);
insert into changes_forgotten default values;

-- As the owner, so that writers need no right to this table.
create function note_messages() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform set_config('talkgate.maintenance', 'on', true);
  insert into changes (brand_id, kind, ids, consultation_ids, customer_ids)
  select brand_id, tg_argv[0], array_agg(id order by created_at, id), array_agg(consultation_id order by created_at, id),
    array_agg(customer_id order by created_at, id)
  from touched group by brand_id;
  return null;
end $$;

create function note_consultations() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform set_config('talkgate.maintenance', 'on', true);
  insert into changes (brand_id, kind, ids, customer_ids)
  select brand_id, tg_argv[0], array_agg(id order by id), array_agg(customer_id order by id)
  from touched group by brand_id;
  return null;
end $$;

create function note_notes() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform set_config('talkgate.maintenance', 'on', true);
  insert into changes (brand_id, kind, ids)
  select brand_id, tg_argv[0], array_agg(distinct consultation_id)
  from touched group by brand_id;
  return null;
end $$;

create function note_links() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform set_config('talkgate.maintenance', 'on', true);
  insert into changes (brand_id, kind, ids)
  select brand_id, tg_argv[0], array_agg(id order by id)
  from touched group by brand_id;
  return null;
end $$;

create trigger messages_created after insert on messages referencing new table as touched
  for each statement execute function note_messages('message.created');
create trigger messages_updated after update on messages referencing new table as touched
  for each statement execute function note_messages('message.updated');
create trigger consultations_created after insert on consultations referencing new table as touched
  for each statement execute function note_consultations('consultation.created');
create trigger consultations_updated after update on consultations referencing new table as touched
  for each statement execute function note_consultations('consultation.updated');
create trigger notes_created after insert on notes referencing new table as touched
  for each statement execute function note_notes('consultation.updated');
create trigger links_created after insert on links referencing new table as touched
  for each statement execute function note_links('link.created');
create trigger links_updated after update on links referencing new table as touched
  for each statement execute function note_links('link.updated');

select keep_brands_apart('changes');
grant select, delete on changes to talkgate_timers;
grant select, update on changes_forgotten to talkgate_timers;
