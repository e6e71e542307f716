def policy = new File(basedir, 'k8s/shop/orders.yaml').getText('UTF-8')
assert policy.contains('# to pay/payments:https (card authorisation); request pan; answer nothing')
assert new File(basedir, 'k8s/default-deny/pay.yaml').isFile()
assert new File(basedir, 'build.log').text.contains('[INFO] no finding')
