/**
 * A certificate for the name mx.example.com, with its key, valid until 2120. Nobody trusts it unless told to: it is its
 * own authority.
 */
export const mailCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9CGWcgBh2C9QXgNt
rwFygrYQ1RdeCbr9k9RUupu/D0uhRANCAAT2N/cpv/YjgdKOnqzLM+uY5wcNMzmL
FXwtQyj8ObfJl6K26qFbEc+zJ7+O1jqQNzDTHMcbk4cni16fHeG0FNDL
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBcDCCARagAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5teC5leGFt
cGxlLmNvbTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowGTEXMBUG
A1UEAwwObXguZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT2
N/cpv/YjgdKOnqzLM+uY5wcNMzmLFXwtQyj8ObfJl6K26qFbEc+zJ7+O1jqQNzDT
HMcbk4cni16fHeG0FNDLo00wSzAZBgNVHREEEjAQgg5teC5leGFtcGxlLmNvbTAP
BgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQNQzHhMYjSnDgxBvbinwI6CIC0FjAK
BggqhkjOPQQDAgNIADBFAiA9uYh26Mc6aNe82iqs9n4KUr4wp9YqJFDmEPj3Yzoq
WQIhAOu6HZvLlUOuDRqqcUxLpkWHunGyU53yVxl1nsnF2bIL
-----END CERTIFICATE-----
`,
};
