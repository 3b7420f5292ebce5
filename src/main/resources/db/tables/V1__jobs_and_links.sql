-- What db-scheduler keeps of each execution; the columns are its own.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data ${bytes},
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);

-- Series to be judged, once each whatever the number of jobs.
create table job_input (
  hash varchar(64) primary key,
  content ${bytes} not null
);

create table job (
  id varchar(36) primary key,
  visitor varchar(64) not null,
  state varchar(10) not null,
  settings varchar(400) not null,
  input varchar(64) not null references job_input (hash),
  points int not null,
  priority int not null,
  attempts int not null,
  cancelled boolean not null,
  progress varchar(200),
  message varchar(1000),
  node varchar(100),
  created timestamp with time zone not null,
  finished timestamp with time zone
);
create index job_by_state on job (state);

create table job_result (
  job varchar(36) primary key references job (id) on delete cascade,
  content ${bytes} not null
);

-- Results that a link opens; the token itself is not kept. With a job: its series, and the result is the
-- job's. Not kept: only the tab that has started the job knows of it.
create table result_link (
  token_hash varchar(64) primary key,
  content ${bytes} not null,
  job varchar(36),
  kept boolean not null,
  expires timestamp with time zone not null
);
create index result_link_by_job on result_link (job);
