-- Who is told of what happens in a brand: by signed calls of a URL of theirs (Standard Webhooks).
create table subscriptions (
  brand_id uuid not null references brands,
  id uuid not null,
  url text not null,
  types text[] not null,
  secret bytea not null,
  created_at timestamptz not null,
  primary key (brand_id, id)
);

-- The calls, one row for each subscription that an event is for. The event's id is the webhook-id by which its receiver
-- tells a repeat; made from what happened, it also keeps two replicas from telling the same thing twice.
create table outgoing_webhooks (
  brand_id uuid not null,
  subscription_id uuid not null,
  event_id uuid not null,
  type text not null,
  body text not null,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'DELIVERED', 'FAILED')),
  attempts integer not null default 0,
  answer text,
  created_at timestamptz not null,
  due_at timestamptz,
  primary key (brand_id, subscription_id, event_id),
  foreign key (brand_id, subscription_id) references subscriptions (brand_id, id) on delete cascade,
  check ((status = 'QUEUED') = (due_at is not null))
) with (fillfactor = 70);
create index outgoing_webhooks_due on outgoing_webhooks (due_at) where due_at is not null;
create index outgoing_webhooks_by_time on outgoing_webhooks (created_at);
comment on column outgoing_webhooks.due_at is 'When it is to be tried next; while a replica tries it, when that one is taken for dead.';

select keep_brands_apart(of_a_brand) from unnest(array['subscriptions', 'outgoing_webhooks']::regclass[]) of_a_brand;
grant select, insert, update, delete on subscriptions to talkgate_desk;
grant select, update (secret) on subscriptions to talkgate_timers;
grant select, insert, update, delete on outgoing_webhooks to talkgate_timers;
