# The etrn command in an image, from the archive that `mvn package` makes:
#   docker build -t etrn .
#   docker run --rm --network host -u "$(id -u)" -v "$PWD:/work" etrn verify --target 127.0.0.1:2525
FROM debian:bookworm-slim
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    'openjdk-17-jre-headless=17.*' \
 && rm -rf /var/lib/apt/lists/*
ADD reports/target/etrn-*.tar.gz /opt/
RUN mv /opt/etrn-* /opt/etrn \
 && ln -s /opt/etrn/etrn /usr/local/bin/etrn \
 && ETRN_SHARE=now etrn --version \
 && install -d -m 1777 /work
# Reports go to the directory that is mounted here.
WORKDIR /work
USER nobody
ENTRYPOINT ["etrn"]
CMD ["--help"]
