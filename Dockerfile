# For those who have a daemon: `./osusume --version` builds the program, then `docker build -t osusume .`
# deploy/bin/image needs no daemon and makes a smaller image with a Java of only the modules that are used.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
LABEL org.opencontainers.image.title=osusume \
      org.opencontainers.image.description="A hybrid anime recommender" \
      org.opencontainers.image.licenses=Apache-2.0
COPY app/target/lib /opt/osusume/lib
COPY app/target/osusume-app-*.jar /opt/osusume/lib/
COPY config/osusume.yaml config/pipeline.yaml /opt/osusume/config/
COPY deploy/image/java.args /opt/osusume/
COPY LICENSE THIRD-PARTY-NOTICES.md /opt/osusume/
COPY --chown=65532:65532 deploy/image/work /var/lib/osusume
ENV OSUSUME_CONFIG=/opt/osusume/config/osusume.yaml OSUSUME_PATHS_ARTIFACTS=/var/lib/osusume HOME=/tmp
WORKDIR /var/lib/osusume
VOLUME /var/lib/osusume
USER 65532:65532
EXPOSE 8080 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["java", "@/opt/osusume/java.args", "io.osusume.app.Main", "health"]
ENTRYPOINT ["java", "@/opt/osusume/java.args", "io.osusume.app.Main"]
CMD ["serve"]
