-- What the store itself needs. Safe: creates only.

-- One row for each write of the last day or so. When the connection is lost during a commit, the write is done again
-- with the same id: if the first was committed after all, the key says so, and nothing is done twice.
create table write_receipt (
  organization_id uuid not null,
  id uuid not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, id)
);

alter table write_receipt enable row level security;
alter table write_receipt force row level security;
create policy own on write_receipt
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
