-- What happens at the desk is told to other systems, too: read from changes, in its order, by followers that keep how far they are.
create table change_followers (
  name text primary key,
  base pg_snapshot not null,
  upto pg_snapshot,
  row bigint not null default 0,
  leased_until timestamptz,
  epoch bigint not null default 0
);
comment on column change_followers.base is 'All that was committed before it has been told.';
comment on column change_followers.upto is 'The end of the part that is being told; null between two parts.';
comment on column change_followers.row is 'Of that part, told up to here.';
comment on column change_followers.epoch is 'Of the lease: who was too slow must not write any more.';
insert into change_followers (name, base) values ('subscriptions', pg_current_snapshot());
grant select, insert, update, delete on change_followers to talkgate_timers;

-- One consultation's events are told in their order: a later one waits for an earlier one.
alter table outgoing_webhooks add column position bigint generated always as identity;
alter table outgoing_webhooks add column order_key uuid;
comment on column outgoing_webhooks.order_key is 'Whose events keep their order: a consultation or a link; null where there is none.';
create index outgoing_webhooks_waiting on outgoing_webhooks (brand_id, subscription_id, due_at, position) where due_at is not null;
create index outgoing_webhooks_in_order on outgoing_webhooks (brand_id, subscription_id, order_key, position) where due_at is not null;
create index outgoing_webhooks_log on outgoing_webhooks (brand_id, subscription_id, created_at, event_id);
drop index outgoing_webhooks_due;

-- The log of deliveries, and their repetition, are the desk's.
grant select, update (status, attempts, answer, due_at) on outgoing_webhooks to talkgate_desk;
