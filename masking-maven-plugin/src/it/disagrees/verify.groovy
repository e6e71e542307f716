def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] DATA .*orders\/maskwire\.yml:9:3: calls\.payments sends pan in clear, .*\[sends-not-accepted\]/
assert log.contains('see maskwire.failOn')
assert !new File(basedir, 'k8s').exists()
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/findings.sarif'))
assert sarif.runs[0].results*.ruleId == ['sends-not-accepted']
