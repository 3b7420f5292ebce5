-- Files that programs have sent, once each whatever the number of detections that need them.
create table upload (
  hash varchar(64) primary key,
  content ${bytes} not null
);

-- What such a detection was asked for. It lives as long as its job.
create table sent_file (
  job varchar(36) primary key references job (id) on delete cascade,
  upload varchar(64) not null references upload (hash),
  name varchar(400) not null,
  fields varchar(100000) not null,
  seconds_read double precision not null
);
create index sent_file_by_upload on sent_file (upload);

-- How long each stage of the detection took.
alter table job add column timings varchar(400);
