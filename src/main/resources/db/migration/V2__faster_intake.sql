-- What every event pays for, measured with the load bench (README, "How fast").

-- A foreign key costs a lookup and a row lock for every row written. These rows are written by one class, under the
-- customer's lock, with keys it has just read; nothing deletes a customer, consultation or link under them.
alter table messages
  drop constraint messages_brand_id_customer_id_fkey,
  drop constraint messages_brand_id_consultation_id_fkey;
alter table events drop constraint events_brand_id_link_id_fkey;

-- Times of one customer differ (to the microsecond); a longer key would only make the index larger.
create index messages_of_customer_by_time on messages (brand_id, customer_id, created_at desc);
drop index messages_of_customer;
create index messages_of_consultation_by_time on messages (brand_id, consultation_id, created_at desc);
drop index messages_of_consultation;

-- The latest consultation of a customer, the open one first: one index entry read per customer and event.
create index consultations_latest on consultations
  (brand_id, customer_id, coalesce(closed_at, 'infinity'::timestamptz) desc, opened_at desc);
drop index consultations_by_customer;

-- Retention alone reads the ledger by time, and rows lie in that order: a few bytes a page range instead of an entry a row.
drop index events_by_time;
create index events_by_time on events using brin (received_at) with (autosummarize = on);

-- Every message moves last_activity_at. As long as no index holds that column, the row's new version stays on its page and no
-- index is written (a HOT update); lists are found by the slot, which stands for five minutes, and sorted within it.
drop index consultations_by_activity;
drop index consultations_by_status;
drop index consultations_without_message;
alter table consultations add column activity_slot timestamptz not null
  generated always as (date_bin('5 minutes', last_activity_at, timestamptz '2000-01-01 00:00:00Z')) stored;
create index consultations_by_activity on consultations (brand_id, activity_slot desc);
create index consultations_by_status on consultations (brand_id, status, activity_slot desc);
create index consultations_without_message on consultations (activity_slot) where status = 'OPENED';

create index consultations_held on consultations (held_until) where status = 'ON_HOLD';

-- Room on each page for the new version of a row that every message changes.
alter table customers set (fillfactor = 70);
alter table consultations set (fillfactor = 70);
