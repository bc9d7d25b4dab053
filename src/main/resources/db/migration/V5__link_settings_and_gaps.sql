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

-- NAVER's number of the message of a chat room seen last: one that does not follow it has its customer's numbers looked at.
alter table customers add column last_talktalk_message_id bigint;

-- The customers whose numbers are to be looked at, and from which message on new gaps are told.
create table gap_checks (
  brand_id uuid not null,
  customer_id uuid not null,
  since timestamptz not null,
  due_at timestamptz not null,
  primary key (brand_id, customer_id),
  foreign key (brand_id, customer_id) references customers (brand_id, id)
);
create index gap_checks_due on gap_checks (due_at);

grant select, insert, update, delete on gap_checks to "${application-role}";
