-- Hidden skills: who lets their workbook be counted without their name, and what was counted of groups large enough.
-- Safe: creates only.

-- No row: the person's workbook is counted in nothing.
create table profile_counted (
  organization_id uuid not null references organization (id),
  person_id uuid not null,
  since timestamptz not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);

-- At least five people who hold the same role, or the same few roles, counted together once and never again: what is shown
-- is shown of all of them, so that nothing can be subtracted from it (docs/methods/hidden-skills.md).
create table role_block (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- 'analysis': what they said of the job; 'workbook': what they use themselves, of those who let it be counted.
  source text not null check (source in ('analysis', 'workbook')),
  made_at timestamptz not null,
  people smallint not null check (people >= 5),
  primary key (organization_id, id)
);

create table role_block_role (
  organization_id uuid not null,
  block_id uuid not null,
  role_id uuid not null,
  primary key (organization_id, block_id, role_id),
  foreign key (organization_id, block_id) references role_block (organization_id, id) on delete cascade,
  foreign key (organization_id, role_id) references role (organization_id, id) on delete cascade
);
create index role_block_role_of_role on role_block_role (organization_id, role_id);

-- Who is in a block, so that nobody is put into a second one; not what they said.
create table role_block_person (
  organization_id uuid not null,
  block_id uuid not null,
  person_id uuid not null,
  primary key (organization_id, block_id, person_id),
  foreign key (organization_id, block_id) references role_block (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index role_block_person_of_person on role_block_person (organization_id, person_id);

-- What at least three of a block do, as a band and not as a number.
create table role_block_use (
  organization_id uuid not null,
  block_id uuid not null,
  statement_id uuid not null,
  framework_id uuid not null,
  competency_key text not null,
  -- Further competencies that the framework gives the statement to.
  also text[] not null,
  level_key text not null,
  text text not null,
  band text not null check (band in ('some', 'half', 'most')),
  primary key (organization_id, block_id, statement_id),
  foreign key (organization_id, block_id) references role_block (organization_id, id) on delete cascade,
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);

alter table profile_counted enable row level security;
alter table profile_counted force row level security;
create policy own on profile_counted
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_block enable row level security;
alter table role_block force row level security;
create policy own on role_block
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_block_role enable row level security;
alter table role_block_role force row level security;
create policy own on role_block_role
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_block_person enable row level security;
alter table role_block_person force row level security;
create policy own on role_block_person
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_block_use enable row level security;
alter table role_block_use force row level security;
create policy own on role_block_use
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
