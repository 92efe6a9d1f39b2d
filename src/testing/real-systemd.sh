# Runs systemd as process 1 of namespaces of its own (processes, mounts, network, cgroups), with nothing of this machine's services: the unit
# $UNIT as tenring.service, and $OUT/probe.sh beside it. Files that it writes go to memory, except those in $OUT.
set -e
mount --make-rprivate /
for folder in /run /var/lib /var/cache /var/log; do mount -t tmpfs tmpfs $folder; done
mount -t proc proc /proc
umount -R /sys/fs/cgroup 2>/dev/null || true
mount -t tmpfs tmpfs /sys/fs/cgroup
mkdir -p /sys/fs/cgroup/systemd /sys/fs/cgroup/unified /run/out /run/units/tenring.service.d
mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd
mount --bind "$OUT" /run/out
cp "$UNIT" /run/units/tenring.service
cat > /run/units/tenring.service.d/test.conf <<END
[Unit]
DefaultDependencies=no
[Service]
WatchdogSec=3
StandardOutput=file:/run/out/out.log
StandardError=file:/run/out/err.log
ProtectHome=no
PrivateTmp=no
END
printf '[Unit]\nDefaultDependencies=no\nWants=tenring.service probe.service\n' > /run/units/default.target
printf '[Unit]\nDefaultDependencies=no\n[Service]\nExecStart=/bin/sh /run/out/probe.sh\n' > /run/units/probe.service
export SYSTEMD_UNIT_PATH=/run/units container=other
exec /lib/systemd/systemd --system --log-target=console --unit=default.target
