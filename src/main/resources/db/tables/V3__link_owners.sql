-- The key by which whoever made a link deletes it; the key itself is not kept. Links from before have none:
-- they go when they expire.
alter table result_link add column owner_hash varchar(64);
