-- Everything below a brand leads with brand_id: that is the key by which tables are kept apart (row-level security) and, one
-- day, distributed. Foreign keys carry it along, so that no row can point into another brand.

create table brands (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

-- brand_id is null for the operators, who stand above brands.
create table members (
  brand_id uuid references brands,
  id uuid primary key,
  username text not null unique,
  name text not null,
  role text not null check (role in ('OBSERVER', 'AGENT', 'MANAGER', 'OWNER', 'OPERATOR')),
  password_hash text not null,
  created_at timestamptz not null,
  check ((brand_id is null) = (role = 'OPERATOR'))
);
create index members_by_brand on members (brand_id, id);

create table links (
  brand_id uuid not null references brands,
  id uuid not null unique,
  account_id text not null,
  name text,
  status text not null check (status in ('DRAFT', 'PENDING', 'APPROVED', 'REJECTED', 'REVOKED')),
  send_api_key bytea not null,
  send_api_key_hint text not null,
  brand_key text unique,
  reopen_window interval not null default '0',
  requested_at timestamptz,
  decided_at timestamptz,
  rejected_reason text,
  created_at timestamptz not null,
  primary key (brand_id, id)
);
create unique index links_one_approved_per_account on links (lower(account_id)) where status = 'APPROVED';

-- One row is the token in use (expires_at null); replaced ones stay for their overlap.
create table webhook_tokens (
  brand_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  token_hash bytea not null unique,
  token bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, link_id) references links (brand_id, id)
);
create unique index webhook_tokens_one_in_use on webhook_tokens (brand_id, link_id) where expires_at is null;

create table customers (
  brand_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  talktalk_user text not null,
  nickname text,
  cellphone bytea,
  address bytea,
  nickname_at timestamptz,
  cellphone_at timestamptz,
  address_at timestamptz,
  friend boolean not null default false,
  under14 boolean not null default false,
  under19 boolean not null default false,
  blocked boolean not null default false,
  created_at timestamptz not null,
  last_event_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, link_id, talktalk_user),
  foreign key (brand_id, link_id) references links (brand_id, id)
);
comment on column customers.nickname_at is
  'When the nickname was last told or withdrawn: an older profile event that arrives late must not bring it back.';

create table consultations (
  brand_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  customer_id uuid not null,
  status text not null check (status in ('OPENED', 'WAITING', 'IN_PROGRESS', 'ON_HOLD', 'CLOSED')),
  thread text not null check (thread in ('TALKGATE', 'PARTNER_CENTER')),
  customer_left boolean not null,
  assignee_id uuid references members,
  inflow jsonb,
  tags text[] not null default '{}',
  category text,
  unread_count integer not null,
  answered_by_agent boolean not null,
  answered_by_partner_center boolean not null,
  opened_at timestamptz not null,
  status_at timestamptz not null,
  first_message_at timestamptz,
  first_reply_at timestamptz,
  last_activity_at timestamptz not null,
  held_until timestamptz,
  closed_at timestamptz,
  close_reason text check (close_reason in
    ('CUSTOMER_LEFT', 'NO_MESSAGE', 'PARTNER_CENTER', 'AGENT', 'INACTIVITY', 'BLOCKED', 'LINK_REVOKED')),
  possibly_missing boolean not null default false,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, link_id) references links (brand_id, id),
  check ((status = 'CLOSED') = (closed_at is not null)),
  check ((closed_at is null) = (close_reason is null))
);
create unique index consultations_one_open_per_customer on consultations (brand_id, customer_id) where status <> 'CLOSED';
create index consultations_by_activity on consultations (brand_id, last_activity_at desc, id desc);
create index consultations_by_status on consultations (brand_id, status, last_activity_at desc, id desc);
create index consultations_by_customer on consultations (brand_id, customer_id, opened_at desc);
create index consultations_without_message on consultations (last_activity_at) where status = 'OPENED';

-- direction, author and delivery of one message. An outbound message of an agent is its own outbox row.
create table messages (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  consultation_id uuid,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  author_type text not null check (author_type in ('CUSTOMER', 'AGENT', 'PARTNER_AGENT', 'AUTO', 'SYSTEM')),
  author_id uuid,
  author_name text,
  content jsonb not null,
  search_text text,
  talktalk_message_id bigint,
  created_at timestamptz not null,
  delivery_status text check (delivery_status in
    ('QUEUED', 'SENDING', 'SENT', 'CONFIRMED', 'UNKNOWN', 'FAILED', 'CANCELLED')),
  delivery_attempts integer not null default 0,
  delivery_code text,
  delivery_reason text,
  delivery_at timestamptz,
  notification boolean not null default false,
  read_by_send boolean not null default false,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, consultation_id) references consultations (brand_id, id)
);
create index messages_of_customer on messages (brand_id, customer_id, created_at desc, id desc);
create index messages_of_consultation on messages (brand_id, consultation_id, created_at desc, id desc);
create index messages_to_deliver on messages (created_at, id) where delivery_status in ('QUEUED', 'SENDING');
create index messages_awaiting_echo on messages (brand_id, customer_id, created_at)
  where delivery_status in ('SENDING', 'SENT', 'UNKNOWN');

create table notes (
  brand_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  author_id uuid references members,
  author_name text not null,
  body text not null,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, consultation_id) references consultations (brand_id, id)
);
create index notes_of_consultation on notes (brand_id, consultation_id, created_at desc, id desc);

-- What happened to a consultation, one row a step.
create table consultation_history (
  brand_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  action text not null,
  status text not null,
  actor_id uuid,
  actor_name text,
  assignee_id uuid,
  assignee_name text,
  detail text,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, consultation_id) references consultations (brand_id, id)
);
create index history_of_consultation on consultation_history (brand_id, consultation_id, created_at desc, id desc);

-- The event ledger: what NAVER sent, byte for byte (sealed), and what became of it.
create table events (
  brand_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  talktalk_user text,
  event text,
  state text not null check (state in ('PARKED', 'APPLIED', 'FAILED')),
  error text,
  body bytea,
  received_at timestamptz not null,
  applied_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, link_id) references links (brand_id, id)
);
create index events_parked on events (brand_id, link_id, talktalk_user, received_at, id) where state = 'PARKED';
create index events_failed on events (brand_id, received_at, id) where state = 'FAILED';
create index events_by_time on events (received_at) where state <> 'FAILED';

-- What an Idempotency-Key made, for 24 hours. An operator has no brand.
create table idempotency_keys (
  brand_id uuid,
  member_id uuid not null,
  key text not null,
  request_hash bytea not null,
  resource_id uuid not null,
  created_at timestamptz not null,
  primary key (member_id, key)
);
create index idempotency_keys_by_time on idempotency_keys (created_at);

grant usage on schema ${flyway:defaultSchema} to "${application-role}";
grant select, insert, update, delete on
  brands, members, links, webhook_tokens, customers, consultations, messages, notes, consultation_history, events,
  idempotency_keys
  to "${application-role}";
