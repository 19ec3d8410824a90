-- The writer's table, so that these tests depend on no part of the product but the store.
create table written (
  organization_id uuid not null,
  id uuid not null,
  primary key (organization_id, id)
);
alter table written enable row level security;
alter table written force row level security;
create policy own on written using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
