-- About how much that is in US cents, for sorting; -1 when there is no amount, or no rate for its currency. What it
-- answers is stored: a change of that comes with a migration (decision 034).
--
-- For the application. Runs as its caller, who may read the rates.
create or replace function approximate_value(amount_minor bigint, of_currency text) returns bigint
  language sql stable
  return coalesce((select least(round(amount_minor / 10::numeric ^ r.minor_digits / r.per_usd * 100), 9e18)::bigint
                   from public.currency_rate r where r.currency = of_currency), -1);
revoke execute on function approximate_value from public, leadlight_app, leadlight_worker;
grant execute on function approximate_value to leadlight_app;
