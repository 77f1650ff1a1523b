-- Amounts of different currencies in one order (WS-4). The rates are rough on purpose: they say which of two deals is the
-- larger, and nothing else is computed from them. Data that the operator may change; see docs/operations.md.
create table currency_rate (
  currency text primary key check (currency ~ '^[A-Z]{3}$'),
  -- ISO 4217: the digits after the point.
  minor_digits smallint not null check (minor_digits between 0 and 4),
  -- Units of the currency for one US dollar.
  per_usd numeric not null check (per_usd > 0),
  as_of date not null,
  source text not null
);
insert into currency_rate (currency, minor_digits, per_usd, as_of, source)
select *, date '2025-06-30', 'Approximate market rates, rounded'
from (values
    ('AED', 2, 3.67), ('AFN', 2, 70), ('ALL', 2, 83.4), ('AMD', 2, 384), ('ANG', 2, 1.79), ('AOA', 2, 912),
    ('ARS', 2, 1190), ('AUD', 2, 1.53), ('AWG', 2, 1.79), ('AZN', 2, 1.7), ('BAM', 2, 1.67), ('BBD', 2, 2),
    ('BDT', 2, 122), ('BGN', 2, 1.67), ('BHD', 3, 0.376), ('BIF', 0, 2980), ('BMD', 2, 1), ('BND', 2, 1.27),
    ('BOB', 2, 6.91), ('BRL', 2, 5.43), ('BSD', 2, 1), ('BTN', 2, 85.7), ('BWP', 2, 13.4), ('BYN', 2, 3.27),
    ('BZD', 2, 2), ('CAD', 2, 1.37), ('CDF', 2, 2880), ('CHF', 2, 0.797), ('CLP', 0, 933), ('CNY', 2, 7.16),
    ('COP', 2, 4080), ('CRC', 2, 506), ('CUP', 2, 24), ('CVE', 2, 94.1), ('CZK', 2, 21.1), ('DJF', 0, 178),
    ('DKK', 2, 6.37), ('DOP', 2, 59.5), ('DZD', 2, 130), ('EGP', 2, 49.7), ('ERN', 2, 15), ('ETB', 2, 135),
    ('EUR', 2, 0.853), ('FJD', 2, 2.24), ('FKP', 2, 0.729), ('GBP', 2, 0.729), ('GEL', 2, 2.72), ('GHS', 2, 10.3),
    ('GIP', 2, 0.729), ('GMD', 2, 71.5), ('GNF', 0, 8660), ('GTQ', 2, 7.69), ('GYD', 2, 209), ('HKD', 2, 7.85),
    ('HNL', 2, 26.1), ('HTG', 2, 131), ('HUF', 2, 341), ('IDR', 2, 16230), ('ILS', 2, 3.37), ('INR', 2, 85.7),
    ('IQD', 3, 1310), ('IRR', 2, 42100), ('ISK', 0, 121), ('JMD', 2, 160), ('JOD', 3, 0.709), ('JPY', 0, 144),
    ('KES', 2, 129), ('KGS', 2, 87.4), ('KHR', 2, 4010), ('KMF', 0, 420), ('KPW', 2, 900), ('KRW', 0, 1353),
    ('KWD', 3, 0.306), ('KYD', 2, 0.833), ('KZT', 2, 519), ('LAK', 2, 21570), ('LBP', 2, 89500), ('LKR', 2, 300),
    ('LRD', 2, 200), ('LSL', 2, 17.7), ('LYD', 3, 5.41), ('MAD', 2, 9.02), ('MDL', 2, 16.9), ('MGA', 2, 4400),
    ('MKD', 2, 52.5), ('MMK', 2, 2100), ('MNT', 2, 3585), ('MOP', 2, 8.09), ('MRU', 2, 39.8), ('MUR', 2, 45),
    ('MVR', 2, 15.4), ('MWK', 2, 1735), ('MXN', 2, 18.8), ('MYR', 2, 4.21), ('MZN', 2, 63.9), ('NAD', 2, 17.7),
    ('NGN', 2, 1530), ('NIO', 2, 36.8), ('NOK', 2, 10.1), ('NPR', 2, 137), ('NZD', 2, 1.65), ('OMR', 3, 0.385),
    ('PAB', 2, 1), ('PEN', 2, 3.55), ('PGK', 2, 4.12), ('PHP', 2, 56.3), ('PKR', 2, 284), ('PLN', 2, 3.62),
    ('PYG', 0, 7980), ('QAR', 2, 3.64), ('RON', 2, 4.33), ('RSD', 2, 99.8), ('RUB', 2, 78.5), ('RWF', 0, 1440),
    ('SAR', 2, 3.75), ('SBD', 2, 8.33), ('SCR', 2, 14.1), ('SDG', 2, 600), ('SEK', 2, 9.52), ('SGD', 2, 1.27),
    ('SHP', 2, 0.729), ('SLE', 2, 22.7), ('SOS', 2, 571), ('SRD', 2, 38.5), ('SSP', 2, 4600), ('STN', 2, 20.9),
    ('SVC', 2, 8.75), ('SYP', 2, 13000), ('SZL', 2, 17.7), ('THB', 2, 32.5), ('TJS', 2, 9.9), ('TMT', 2, 3.5),
    ('TND', 3, 2.88), ('TOP', 2, 2.38), ('TRY', 2, 39.8), ('TTD', 2, 6.78), ('TWD', 2, 29.2), ('TZS', 2, 2640),
    ('UAH', 2, 41.7), ('UGX', 0, 3600), ('USD', 2, 1), ('UYU', 2, 40), ('UZS', 2, 12600), ('VED', 2, 107), ('VES', 2, 107),
    ('VND', 0, 26100), ('VUV', 0, 119), ('WST', 2, 2.7), ('XAF', 0, 560), ('XCD', 2, 2.7), ('XCG', 2, 1.79),
    ('XOF', 0, 560), ('XPF', 0, 102), ('YER', 2, 242), ('ZAR', 2, 17.7), ('ZMW', 2, 23.8), ('ZWG', 2, 27)) as shipped;
grant select on currency_rate to leadlight_app;

-- About how much that is in US cents, for sorting; -1 when there is no amount, or no rate for its currency.
create function approximate_value(amount_minor bigint, of_currency text) returns bigint
  language sql stable
  return coalesce((select least(round(amount_minor / 10::numeric ^ r.minor_digits / r.per_usd * 100), 9e18)::bigint
                   from public.currency_rate r where r.currency = of_currency), -1);
revoke execute on function approximate_value(bigint, text) from public;
grant execute on function approximate_value(bigint, text) to leadlight_app;
