-- An export with personal data is made at the word of a second person, who makes it for the one who proposed it (IAM-04).
create function privacy.is_approved_for(export uuid, maker uuid) returns boolean language sql stable
  return exists (select from platform.proposal
    where act = 'register.export-personal' and subject = export::text and state = 'approved'
      and proposer_id = maker and decider_id = platform.acting_account());
comment on function privacy.is_approved_for is 'whoever acts has approved this very export for its maker, who is somebody else';

-- Nobody makes one alone any more; it is still its maker's alone to see and to open.
drop policy own on privacy.kept_export;
create policy own on privacy.kept_export for select to hopluc_app
  using ((select platform.reaches_all())
    or ((select platform.is_office()) and account_id is not distinct from (select platform.acting_account())));
create policy made_by_whoever_approved on privacy.kept_export for insert to hopluc_app
  with check ((select platform.reaches_all()) or privacy.is_approved_for(id, account_id));
create policy key_goes_with_the_expiry on privacy.kept_export for update to hopluc_app
  using ((select platform.reaches_all())
    or ((select platform.is_office()) and account_id is not distinct from (select platform.acting_account())));

-- The entry stands in the name of the one who gets the file; the approver writes it, and sees none of the people.
create policy written_by_whoever_approved on privacy.read_log for insert to hopluc_app
  with check (context = 'export' and privacy.is_approved_for(export_id, account_id));
