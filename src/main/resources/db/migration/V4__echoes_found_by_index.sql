-- What an echo may be about is found among our own messages, however much the customer has written.
create index messages_of_ours on messages (brand_id, customer_id, created_at) where delivery_status is not null;
