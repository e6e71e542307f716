package io.maskwire.samples.shop.walk;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every integration test the same {@link OpenShop}, opened for the first and closed after the last. */
final class ShopExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenShop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ShopExtension.class))
                .computeIfAbsent(OpenShop.class, key -> OpenShop.open(), OpenShop.class);
    }
}
