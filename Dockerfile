# The demo: a portal with a simulated tenant. Not for production.
FROM node:22-bookworm

RUN apt-get update \
  && apt-get install --yes --no-install-recommends git g++ make python3 \
  && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=node --group=node /home/node/entra-mfa /home/node/entra-mfa/.demo

USER node
WORKDIR /home/node/entra-mfa
COPY --chown=node:node . .
# SQLite is compiled against the headers of this image where no compiled one can be downloaded; what Yarn
# keeps for other installations is not needed in it.
RUN npm_config_nodedir=/usr/local node .yarn/releases/yarn-4.18.1.cjs install --immutable \
  && rm -rf ~/.yarn ~/.cache
# Here, so that a container made anew has them too.
RUN node .yarn/releases/yarn-4.18.1.cjs workspace app build

# From outside the container; compose.yaml lets this machine alone in. The second port is Microsoft's page of consent.
ENV DEMO_LISTEN_HOST=0.0.0.0 DEMO_TENANT_PORT=8443
EXPOSE 7007 8443
VOLUME /home/node/entra-mfa/.demo
# Without npm, so that the demo itself hears that it is to stop.
CMD ["node", "scripts/demo.mjs"]
