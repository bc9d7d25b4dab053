-- What every event pays for, measured with the load bench (README, "How fast").

-- An event that changes a consultation notes its time and NAVER's number there, in the row that is written anyway, instead of in a second row.
-- Null where none has since this column is there: then the customer's columns of the same name tell.
alter table consultations
  add column last_event_at timestamptz,
  add column last_talktalk_message_id bigint;
comment on column consultations.last_event_at is
  'The time of the latest event that changed this consultation; the customer''s latest is this or customers.last_event_at.';

-- Each index of a table costs something with every insert, a partial one too. These two are covered by messages_of_ours and
-- messages_queued.
drop index messages_to_deliver;
drop index messages_awaiting_echo;
