#!/usr/bin/env bash
# Makes the authority and Elasticsearch's certificate once; a second start leaves them as they are.
set -euo pipefail
certs=${CERTIFICATES:-/usr/share/elasticsearch/config/certs}
authority=${AUTHORITY:-/authority}
# The last thing that is written, so that a setup that was cut off starts over.
if [ -s "$authority/ca.crt" ]; then
  exit 0
fi
rm -f /tmp/ca.zip /tmp/certs.zip
bin/elasticsearch-certutil ca --silent --pem --out /tmp/ca.zip
unzip -qo /tmp/ca.zip -d "$certs"
cat > /tmp/instances.yml <<'EOF'
instances:
  - name: elasticsearch
    dns: [elasticsearch, localhost]
    ip: [127.0.0.1]
EOF
bin/elasticsearch-certutil cert --silent --pem --in /tmp/instances.yml \
  --ca-cert "$certs/ca/ca.crt" --ca-key "$certs/ca/ca.key" --out /tmp/certs.zip
unzip -qo /tmp/certs.zip -d "$certs"
# Elasticsearch runs as user 1000; the authority's key stays with root.
chown -R 1000:0 "$certs/elasticsearch"
chmod 755 "$certs/ca" "$certs/elasticsearch"
chmod 644 "$certs/ca/ca.crt" "$certs/elasticsearch/elasticsearch.crt"
chmod 600 "$certs/ca/ca.key"
chmod 640 "$certs/elasticsearch/elasticsearch.key"
cp "$certs/ca/ca.crt" "$authority/ca.crt"
chmod 755 "$authority"
chmod 644 "$authority/ca.crt"
