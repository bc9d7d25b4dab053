-- What a reply is sent with where its writer does not say; more settings of a link come beside them.
alter table links
  add column reply_notification boolean not null default false,
  add column reply_read_by_send boolean not null default false;

-- The persistent menus that NAVER has accepted: it has no call that tells them.
create table persistent_menus (
  brand_id uuid not null,
  link_id uuid not null,
  menu jsonb not null,
  accepted_at timestamptz not null,
  primary key (brand_id, link_id),
  foreign key (brand_id, link_id) references links (brand_id, id)
);

grant select, insert, update, delete on persistent_menus to "${application-role}";
