// Stands in for optional packages that are left out of bundles.
module.exports = {};
