def inventory = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/maskwire/inventory.json'))
assert inventory.services*.service == ['pay/payments', 'shop/orders']
def pan = inventory.services[1].classes.find { it.name == 'pan' }
assert pan.only == ['service:pay/payments']
assert pan.paths == ['$..pan']
