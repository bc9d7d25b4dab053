-- Texts that agents use again. Of the brand where owner_id is null, else of one member alone.
create table templates (
  brand_id uuid not null references brands,
  id uuid not null,
  owner_id uuid references members,
  folder text not null,
  title text not null,
  shortcut text,
  body text not null,
  quick_reply text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (brand_id, id)
);
create unique index templates_by_shortcut on templates
  (brand_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), lower(shortcut)) where shortcut is not null;
create index templates_by_time on templates (brand_id, created_at, id);

-- The brand's kinds of consultations: a tree, as JSON read by the code alone; paths has every way through it.
create table brand_categories (
  brand_id uuid primary key references brands,
  required boolean not null,
  tree text not null,
  paths text[] not null
);

alter table customers add column grade text check (grade in ('VIP', 'BLACKLIST'));
comment on column customers.grade is 'What agents are to know of the customer; it changes nothing. Null for nothing.';

-- Whom a note is meant for.
alter table notes add column mentions uuid[] not null default '{}';
create index notes_by_mention on notes using gin (mentions) where mentions <> '{}';

select keep_brands_apart('templates');
select keep_brands_apart('brand_categories');
grant select, insert, update, delete on templates to talkgate_desk;
grant select, insert, update on brand_categories to talkgate_desk;
